import type { StudyWords } from './study-words.js';

/** English. */
export const en: StudyWords = {
  heavy:
    'together same still yet ever within during most least sold paid received reached joined stayed used visited booked earned won lost same each every entire taken granted issued charged all any only',
  cues: {
    visitors: 'visitors|visitor',
    count: 'number of customers|buyers|clients|orders|purchases',
    who: 'number of customers|buyers|clients; new|first_time customers|buyers; customers|customer|buyers|buyer|clients|client|shoppers|shopper|people|persons|visitors|visitor|users|user|members',
    list: 'list|lists|which|who; show|give|list me? the|all?',
    first:
      'new|first_time customers|buyers; first|initially; for the first time; first ever; first time; made|placed|did their|a first; whose first; very first',
    again:
      'repeat rate; repeat purchase|order|customer rate; again|twice|repeat|repeated|repeats|repeating|recurring|returning; repurchase|repurchases|repurchased|repurchasing; reorder|reorders|reordered|reordering; a second|another time; the? second time; second|2nd|another; one more; more than once; repeat customers|buyers|purchasers',
    once: 'once; one and done; only once; one time; only|just one|a_single; exactly once; a single time',
    where: 'where; at which|what step|stage|point; which|what step|stage',
    after: 'after',
    back: 'come|comes|came|coming|get|got|gets back; return|returned; back',
    denied:
      'not|never|no; did|do|does|has|have|had not|never; didn|don|doesn|haven|hasn|hadn t; no longer; stopped|stop; without; no more; failed to',
    interval:
      'days|weeks|time|gap|interval|distance|how_long between; how long|many_days between; how long|much_time until|till|before|to; time|days until|till|before|to; how|after_how many days until|till|before|to?; average|median|typical|mean time|days|gap|interval between; how often',
    rate: 'repeat rate; repeat purchase|order|customer rate; rate|rates|share|percentage|percent|proportion|fraction|%; what|which share|percentage|percent|proportion|fraction of; share|percentage|percent|proportion|fraction of; how many percent|% of?',
    within: 'within|in|inside {n} {unit}; after {n} {unit}; within the first {n} {unit}',
    retention:
      'retention|retained; customer|user|buyer retention; retention rate|rates|curve|table|analysis|report|chart; retention of customers|buyers|users',
    cohort_table:
      'cohort table|tables|analysis|chart|grid|matrix|report|view|retention|retentions; table of cohorts; cohorts by|per month|week; by|per|across cohort|cohorts; retention cohort|cohorts; customer cohorts',
    lost: 'churn|churned|churning|churns; churn rate|rates; customer churn',
    funnel: 'funnel|funnels; sales|conversion|purchase|checkout|order funnel; step by step',
    leaving:
      'lose|loses|losing|leave|leaves|leaving|abandon|abandons|abandoned|abandoning|abandonment; drop|drops|dropped|dropping off|out; drop off|offs|outs; dropoff|dropoffs|dropout|dropouts; bail out; give|gives|gave up; abandonment rate; abandoners',
    conversion:
      'conversion|conversions|convert|converts|converted|converting; conversion rate|rates; go|goes|went|get|gets|got|move|moves|moved|proceed|proceeded on? ; continue|continued|make|makes|made it',
    from: 'from; between; of those who|that|which?; start|starting with|from',
    to: 'to|until|into|and; all the way to; through to; up to; towards',
    but: 'but|yet|however; who then?; that then?; and then?',
    next: 'then; and then; go on to; goes on to; went on to; end|ends|ended|ending up|with|in; later|afterwards|subsequently',
    of_all: 'of all; of those; of them; out of; of the',
    spending:
      'spent|spend|spends|spending; paid; worth; in total|all; with a? revenue|turnover|value|total|spend of?; have|has spent; generated; brought in; bought for',
    times: 'times|time|orders|purchases; or more? times',
    silence:
      'for|in {n} {unit}; for over|more_than|at_least? {n} {unit}; {n} {unit} ago; for the? last|past {n} {unit}; over|more_than {n} {unit} ago',
    discount:
      'discount|discounts|discounted|voucher|vouchers|coupon|coupons|rebate|rebates|promo; with|using|that|which used|had a|an? discount|voucher|coupon|rebate; discount|voucher|coupon code|codes',
    behind: 'behind; that make|made|makes up; make|made|makes up; contributing to',
    latest: 'latest|newest|recent|last; most recent',
    together:
      'bought|buy|buys|sold|purchased|purchase|ordered|order together|along|alongside|combined with?; together with; also|frequently|often|usually bought|buy|purchased|purchase|ordered together? with?; goes|go|went|fits well|best|together? with; bundle|bundles|bundled with?; basket|baskets|cart analysis; market basket|baskets analysis?; cross sell|selling|sells; combinations|combination|pairs of? products|items?; people|customers also? buy|bought|order with; frequently|often bought together; same basket|order|cart as; bought|buy|purchased|purchase|ordered|order with; what else do|did people|customers buy|order with',
    goal: 'goal|goals|target|targets|kpi|kpis|objective|objectives|on_track|on_pace|on_course|quota|budget; on track for|to|with; reach|hit|meet|make|miss|achieve|reaching|hitting the|our|my? goal|goals|target|targets; behind|ahead of? plan|target|goal|schedule; key performance indicators',
    standing:
      'doing|going|standing|look|looks|looking|stand|stands|coming along; how is|are; are|am|is we|i|it still?; will|can we; far|close; reach|hit|meet|miss|achieve; status|state|progress of?; how far|close',
    segments: 'segment|segments|segmentation|groups; customer segments|segment|segmentation|groups',
    rfm: 'rfm|r_f_m; recency frequency monetary',
    mute: 'that|who|which|have|has|had|did|do|does|is|are|was|were|been|be; the|a|an|our|my|their|his|her; how many|much; number of; what; show|give|tell|list me?; which of; there; so far; in total|all; they; since then; by now; until|till|up_to now; by month|week of_first_order|purchase?; month of first order|purchase; ever',
  },
};
