import type { Locale } from './locale.js';

/** English. */
export const en: Locale = {
  code: 'en',
  filler:
    'main primary underlying love looking performs distributed distribute go tracking track contributes contribute contributed contributing seeing saw reporting experience experienced observe observed notice noticed fare fared stand stood stands curious ask asking question answer info information insight insights regards dear great roughly approximately about together ship send deliver process handle fulfil fulfill bill toward towards via upon among within whole entire each overall respectively altogether currently latest a an the of in on at for to from with and or is are was were be been being am do does did done got gets have has had having we our us i me my you your it its they them their this these those that there here will would can could should may might shall let lets please kindly show display give use tell list get find see view look looks like want need know wonder wondering interested how what whats which whose whom much many some any all every total overall amount amounts figure figures number numbers count counts value values level levels data result results stats statistics metric metrics performance performing perform performed doing going went come comes came coming make makes made making take took taken bring brought happen happens happened happening s t re ve ll d m just also as so then than per during within over across through throughout out up down about regarding concerning using use used based via into onto off by while currently current now moment right please thanks thank hi hello hey ok okay quick quickly again exactly actually really people place placed received receive sold sell selling serve served spend spent paid pay generated generate earn earned reach reached compared plot draw chart graph visualise visualize breakdown overview summary report something anything stayed stay visited visit buy buying bought booked traveled travelled arrived arrive joined join signed opened using use purchased purchasing spending placing  else those acquired acquire gained won one ones if whether better worse well it us time period range business company world wide worldwide globally same still yet ever each had terms term case comes kind type hand most least put calculate compute determine provide present return pull fetch check analyze analyse understand happened look into detailed details specific only sure gimme gotta wanna thx pls win wins winning sign signing given collected granted issued charged taken',
  known:
    'late delayed cancelled canceled shipped pending unpaid paid overdue refunded returned failed successful abandoned inactive closed male female men women vip premium night noon evening afternoon evenings mornings improve boost broken damaged expired missing profit cost costs price prices weather employee employees salary salaries stock inventory supplier suppliers shoe size color colour state states status rate rates post posts page pages site sites sale order item user users visitor visitors email emails password passwords name names address brand brands gender age ages group groups team teams manager partner region regions city cities county house horse mouse source course college point points plan plans plane plant planet star stars start market markets budget tax taxes tip trip ship shipping weight height light night right might fight sight flight cast coast post lost host most mast must dust just rust trust word words world water later letter better matter meter metre center country contract contact content comment moment payment segment session mission version vision division profits margin marine machine table cable able stable label level legal local focal vocal total hotel model modem mode node code food good wood mood moon noon soon spoon room roof root foot boot book look cook hook took capital president recipe poem joke story news sport sports music movie game games song delivery time times median admin system prompt instructions instruction tenant tenants table tables drop delete select union where insert update rules rule reveal secret secrets forget ignore ignored pretend previous capital uptime server rep reps allergen allergens electricity consumption energy power reset planet planets competitor competitors typical usual usually often small large big',
  numbers:
    'zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 ninety=90 hundred=100 thousand=1000 dozen=12 couple=2',
  ordinals:
    'first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 eleventh=11 twelfth=12',
  ordinalSuffixes: 'st nd rd th',
  decimalComma: false,
  dayFirst: false,
  units: {
    day: 'day|days',
    week: 'week|weeks|wk|wks',
    month: 'month|months|mo|mos|mth',
    quarter: 'quarter|quarters|qtr|qtrs',
    year: 'year|years|yr|yrs',
    weekend: 'weekend|weekends',
    fiscal_quarter: 'fiscal|financial quarter|quarters',
    fiscal_year: 'fiscal|financial year|years; fy; fiscal',
  },
  months: 'jan=1 feb=2 mar=3 apr=4 jun=6 jul=7 aug=8 sep=9 sept=9 oct=10 nov=11 dec=12',
  weekdays:
    'mon=1 tue=2 tues=2 wed=3 thu=4 thur=4 thurs=4 fri=5 sat=6 sun=7 mondays=1 tuesdays=2 wednesdays=3 thursdays=4 fridays=5 saturdays=6 sundays=7',
  holidays: {
    whit_monday: 'whit monday; pentecost monday',
    pentecost: 'whit sunday; whitsun|pentecost',
    ascension: 'ascension day?',
    easter_monday: 'easter monday',
    good_friday: 'good friday',
    black_friday: 'black_friday',
    cyber_monday: 'cyber_monday',
    thanksgiving: 'thanksgiving day?',
    boxing_day: 'boxing_day',
    christmas: 'christmas day?; xmas',
    christmas_eve: 'christmas_eve',
    new_year: "new_year's_day; new_years_day; new_year",
    new_years_eve: "new_year's_eve",
    easter: 'easter sunday?',
    valentine: "valentine's_day; valentines_day",
    halloween: 'halloween',
    singles_day: "singles'_day; singles_day",
  },
  time: {
    last_year: 'ly|py',
    to_date: '{unit} to date',
    last_weekend: 'over the weekend; this past weekend; the past weekend',
    half_month: 'the? {ord} half of {month} {y}?',
    last_named_month: 'last|past|previous {month}',
    today: 'today; so_far_today',
    yesterday: 'yesterday',
    before_yesterday: 'the? day before yesterday',
    tomorrow: 'tomorrow',
    this: 'this|current|the_current|the_running {unit} so_far?; so_far this {unit}; {unit} so_far; rest|remainder of the|this? {unit}; remaining {unit}; by|until|till the? end of the|this? {unit}',
    last: 'last|previous|prior|past|the_last|the_previous|the_past|preceding {unit}; last_full|last_complete {unit}',
    before_last: 'the? {unit} before last',
    next: 'next|the_next|coming|the_coming|upcoming|following {unit}',
    last_n:
      'the? last|past|previous|prior|trailing|rolling {n} full|complete? {unit}; {n} last|past|previous {unit}; the? last couple of {unit}',
    recent: 'recently|lately|in_recent_times|these_days|nowadays',
    last_half_year:
      'the? last|past half year; the? last|past half a year; the? last|past six months',
    next_n: 'the? next|coming|upcoming|following {n} {unit}; {n} {unit} ahead|out|from_now',
    ago: '{n} {unit} ago; a {unit} ago',
    year_to_date: 'year_to_date; ytd; since|from the? beginning|start of the|this? year',
    quarter_to_date: 'quarter_to_date; qtd; since|from the? beginning|start of the|this? quarter',
    month_to_date: 'month_to_date; mtd; since|from the? beginning|start of the|this? month',
    week_to_date: 'week_to_date; wtd; since|from the? beginning|start of the|this? week',
    fiscal_year_to_date:
      'fiscal|financial year_to_date; fytd; since the? beginning|start of the|this? fiscal_year|financial_year',
    since:
      'since|from the? beginning|start of {T}; since|starting|beginning {T}; from {T} on|onwards|onward; from {T} to|until|till now|today|date',
    until: 'until|till|through|up_to the? end of {T}; until|till|up_to|up_until|through {T}',
    before: 'before|prior_to {T}',
    after: 'after {T}',
    range: 'from|between? {T} to|until|till|through|thru|-|up_to {T}; between {T} and {T}',
    days: 'from|between? the? {dom} to|until|till|through|- the? {dom} of? {month} {y}?; from|between? {month} {dom} to|until|till|through|- {dom} {y}?; between the? {dom} and the? {dom} of? {month} {y}?; between {month} {dom} and {dom} {y}?',
    month:
      'this {month}; {month} of|in? {y}?; {month} {y}; {month} of the? {y}; the? month of {month} {y}?',
    date: 'the? {dom} of? {month} {y}?; {weekday} the? {dom} of? {month} {y}?',
    month_date:
      '{month} the? {dom} {y}?; {weekday} {month} the? {dom} {y}?; {month} {dom} , {y}; {weekday} , {month} {dom} , {y}',
    fiscal_year:
      'fiscal|financial year? {year} / {yy}; fy {year} / {yy}; fiscal|financial year? {year}; fy {year}; fy {yy}; {year} fiscal_year|financial_year',
    fiscal_quarter:
      'fiscal|financial q {q} of? {y}?; fiscal|financial q {q} fy? {y}?; q {q} fy {year}; q {q} fy {yy}; q {q} of? fiscal|financial year? {y}?; {q} fiscal|financial quarter of? {y}?; fiscal|financial quarter {q} of? {y}?',
    quarter:
      'q {q} of|in? {y}?; the? {ord} quarter of|in? {y}?; quarter {q} of|in? {y}?; {year} q {q}; the? {ord} quarter of the {y}',
    half: 'h {q} of|in? {y}?; the? {ord} half of|in? {y}?; the? {ord} half of the? year {y}?',
    week: 'week|wk {n} of|in? {y}?; calendar week {n} of? {y}?; cw {n} {y}?; w {n} {y}?',
    week_of: 'the? week of|beginning|starting|containing {T}',
    weekday: 'this {weekday}; {weekday}',
    last_weekday: 'last|past|previous {weekday}',
    holiday: '{holiday} of|in? {y}?',
    year_last: 'last|previous|the_previous year; of last year',
    year_this: 'this year; of this year',
  },
  cues: {
    at_end: 'at|by|until|till|towards? the? end of',
    cause: 'what made|makes|pushed|pulled|brought|sent|let',
    attribute: 'aged|heavier|older|younger',
    all_of: 'both',
    define: 'define|definition|meaning; meaning of; definition of; what is meant by; what does',
    advice:
      'should i|we do; how can|could|do|should|might we|i|you improve|increase|grow|boost|raise|reduce|lower|cut|optimize|optimise; how to; what can we|i do; any tips; tips for|on how; recommend|recommendation|recommendations; advice; suggest',
    where_when_who: 'where|when|who',
    silent:
      'our|my shop|store; across the company|business|board; pull|bring|look|show|sum|sign up; most of; a lot of; kind|type|sort of; in terms of; how well; look at|into|like; broken out; the year|month|quarter|week of; good morning; how good; either; responsible|accountable for; accounts|account|accounted|accounting for; due to; because|on_account of; thanks|owing to; spread of; years old; as usual; feel free; how high|low|large|big|small; after their|the|a first order|purchase|visit|booking; end|ends|ended up',
    by: 'by|per|across; between|among the?; sent|shipped|delivered|handled|carried|processed|placed|made|sold|ordered|served|run|operated by|via|through; for each|every; in each|every; of each|every; from each|every; each|every; broken|split|grouped|divided|segmented down? by|into|per; break down by; break it|this|that|them down by|into|per; split it|this|that? by; group by; breakdown by|of|per; as a function of; by each; sliced? by|per; spread|distributed|allocated|divided|split|broken out? over|across|among|between|by',
    top: 'top|best|highest|most|largest|biggest|strongest|leading|greatest|maximum; the most; best performing; top performing; with the most|highest|largest|biggest|best; highest number of; most number of; busiest|fastest|longest|heaviest|dearest|priciest|richest|hottest; most expensive',
    bottom:
      'bottom|worst|lowest|least|smallest|weakest|fewest|poorest|minimum; worst performing; with the fewest|lowest|least|smallest|worst; quietest|slowest|shortest|lightest|cheapest',
    best_selling:
      'selling|sell|sells best|well|most; sold best; best|top selling|sellers|seller; bestselling|bestseller|bestsellers; sold|sells|sell the? most|best; most sold; most popular',
    worst_selling: 'worst selling|sellers; sold|sells the? least|worst; least sold; least popular',
    rank: 'rank|ranked|ranking|sort|sorted|order|ordered by|on; rank|sort|order',
    ascending:
      'ascending; asc; lowest|smallest|worst|least|fewest first; from lowest to highest; increasing order',
    descending:
      'descending; desc; highest|largest|best|most|biggest first; from highest to lowest; decreasing order',
    not: 'not|excluding|except|exclude|excl|without|minus|ignoring; other than; apart from; except for; but not; not in|from|on|for|including; not counting; non; everything|everywhere|all but|except; leave|leaving out; that are|is not; outside of?; no',
    only: 'only|just|solely|exclusively; limited to; restricted to; filter on|by|to|for; filtered on|by|to|for; narrow to',
    gt: 'more|greater|higher|larger|bigger|longer|older than {num}; over|above|exceeding|beyond|> {num}; of over|above {num}; exceeds|exceed|exceeded {num}; older|heavier|dearer than {num}; more expensive than {num}; worth over|above|more_than {num}',
    gte: 'at least {num}; > = {num}; ≥ {num}; {num} or more|higher|greater|above|larger|over; minimum|min of? {num}; no less than {num}; from {num} upwards; {num} +; {num} and|or up|upwards|over|above|more|older|higher; {num} plus; starting at {num}; from {num} up|upwards',
    lt: 'less|fewer|lower|smaller|shorter than {num}; under|below|beneath|< {num}; younger|cheaper|lighter|smaller than {num}',
    lte: 'at most {num}; < = {num}; ≤ {num}; up to {num}; {num} or less|fewer|lower|below; maximum|max of? {num}; no more than {num}; not more than {num}',
    between:
      'between {num} and {num}; from {num} to {num}; {num} to|till|-|until {num}; aged|ages|age {num} to|till|- {num}; aged between {num} and {num}',
    contains:
      'containing|contains|contain|including_the_word; whose name contains; named like; like',
    compare:
      'compare|compared|compares|comparing|comparison|difference; compared to|with|against; in comparison to|with',
    versus:
      'versus|vs|against; vs .; compared to|with|against; relative to; in comparison to|with; than; as opposed to; behind|ahead of?; behind|ahead of? on; better|worse than; up|down on|from|against; up or down on|against; ahead or behind',
    previous_period:
      'the? previous|prior|preceding|earlier period; the? period before; the? week|month|quarter|year|day before; the? week|month|quarter|year|day earlier|prior; same days last month; the? one before; the same? number of days before; same days of? the? previous|last|prior week|month|quarter; the {n} {unit} before|prior|earlier|preceding',
    week_earlier:
      'same|the_same day|time|weekday last|previous week; same|the_same day|time|weekday a week ago|earlier; a week ago|earlier|before',
    same_period_last_year:
      'same|the_same period|time|month|week|quarter|day|days|dates of|in? last|previous|prior|the_previous|the_prior year; same|the_same period|time|month|week|quarter|day|days|dates a year ago|earlier|before; a year ago|earlier|before; year over|on year; yoy; y o y; one year earlier|ago|before; the year before',
    period_over_period:
      'month over|on month; mom; week over|on week; wow; quarter over|on quarter; qoq; period over|on period; day over|on day',
    why: 'why|explain|how_come; what caused|causes|drove|drives|explains|led_to; what is|was|are|were? behind|driving|causing; what s behind|driving; reason|reasons|cause|causes|driver|drivers for|of|behind?; root cause of?; due to what; what is|s|was|are|were responsible for',
    forecast:
      'forecast|forecasts|forecasted|predict|prediction|predicted|projection|projected|project|expected|expect|outlook|estimate|estimated|anticipate|anticipated; will; can|should we expect; going to be',
    funnel:
      'funnel|funnels; conversion funnel; conversion from; drop off|offs; dropoff; how many people|users|customers|visitors? go|went|move|moved|get|got|proceed from; conversion between; sales funnel',
    retention:
      'retention|retained|retain|cohort|cohorts; cohort retention; retention cohort|cohorts; cohort analysis; customer|user|subscriber|guest retention; come|coming|came back; returning rate; repeat rate; retention rate; retention of customers|users|subscribers|guests; customers|buyers|users|guests|members|clients|people return|come_back|buy_again|order_again|reorder; buy|buys|bought|order|orders|ordered|purchase|purchased again; how loyal; customer loyalty; loyalty of customers|buyers|users|guests|members; do|did|does|will|would our? customers|buyers|users|guests|members|clients|people return|come_back|buy_again',
    anomaly:
      'anomaly|anomalies|anomalous|outlier|outliers|unusual|strange|weird|abnormal|odd|suspicious|irregular|irregularities|spike|spikes; anything|something? unusual|strange|weird|odd about|with|in?; unusual spikes; out of the ordinary; unexpected; strange|unusual|odd|weird values; unusual|strange|odd|weird|suspicious|anomalous hours; out of line; not normal; off trend; deviation|deviations; unexpectedly high|low',
    help: 'help; what can you do|answer|help_with; what can i ask; how does this work; what questions can i ask; what do you know; who are you; how do i use this',
    share:
      'share|shares|percentage|percent|proportion|fraction|portion|mix; % of; % ; share|percentage|proportion|fraction|percent of the? total?; as a? share|percentage|percent|proportion of? the? total?; what share|percentage|proportion|fraction|percent of; contribution of?; distribution of?; split of',
    ratio:
      'ratio of|between?; ratio|quotient|ratios; quotient of; divided by; in relation|proportion to',
    cumulative: 'cumulative|cumulated|accumulated|cumulatively; running total of?; running sum of?',
    moving_average:
      '{n} {unit} moving|rolling average of?; moving|rolling average of?; {n} period moving|rolling average; moving|rolling average over {n} {unit}; rolling|moving {n} {unit} average of?; smoothed over {n} {unit}',
    trend:
      'trend|trends|trending|evolution|development|develop|developed|history|timeline|evolve|evolved; over time; trend of|in|for; time series; as a trend',
    grain_hour:
      'hourly; by|per|each hour; by hour of day; hour by hour; unusual|strange|odd|weird|suspicious|anomalous hours',
    grain_day: 'by|per date; daily; day by day',
    grain_week: 'weekly; week by week',
    grain_month: 'monthly; month by month',
    grain_quarter: 'quarterly; quarter by quarter',
    grain_year: 'yearly|annually|annual; year by year',
    grain_each:
      'by|per|each|every {unit}; for|in each|every {unit}; broken|split|grouped down? by {unit}; at {unit} level; by the {unit}; break it|this|that|them down by|per|into {unit}; split it? by|per {unit}; group by {unit}',
    how_many:
      'how many; number of; the number of; count of; how much; # of; quantity of; amount of; no . of; volume of',
    how_much_sold:
      'how much did we sell|make|earn|turn_over|bring_in; how much money did we make|earn|take',
    which: 'which|what|who',
    which_plural: 'which of the',
    and: 'and|,|&|plus|or',
    change:
      'growth|grow|grew|grown|growing|increase|increases|increased|increasing|rise|rises|rose|risen|rising|decline|declines|declined|declining|decrease|decreased|decreasing|drop|drops|dropped|dropping|fall|falls|fell|fallen|falling|change|changes|changed|changing; went|go|going up|down; up|down; improved|worsened|recovered|slowed; jump|jumped|dip|dipped|surge|plunge|slump|development; collapse|collapses|collapsed|soar|soars|soared|plummet|plummets|plummeted|tumble|tumbled|shrink|shrank|shrunk',
    level: 'so high|low; high|low; higher|lower; more|less|fewer|better|worse',
    all_time:
      'all time; since we opened|launched|began; of all time; ever; in total; since the beginning; to date; in the whole history; since we started; overall; lifetime',
    follow:
      'and; and what about; what about; how about; same for|with|but; and for|in|by; now; then; ok; okay; instead; what if; the same for|but',
    add: 'also|add|additionally|include; as well; too; and also; also show|by|add|include|for|with|in; plus; add in; together with; along with',
    replace: 'instead; instead of; rather; change to; switch to; replace with',
    remove:
      'remove|drop|clear|without|delete; get rid of; take out|away; reset; no; all; for all; across all; not just; any',
    breakdown_word: 'breakdown|split|grouping|breakdowns',
    filter_word:
      'filter|filters|restriction|restrictions|condition|conditions; limit; sorting; time filter|range; date filter|range',
    undo: 'undo|back|revert; go back; undo that; never mind; take that back; step back',
    correct:
      'no|nope|wrong|sorry|actually; i mean|meant; not that; that s wrong; no , i meant|mean; i said; rather',
    chart_line: 'as|in? a? line chart|graph|plot; as a line',
    chart_bar: 'as|in? a? bar|column chart|graph|plot; as bars',
    chart_table: 'as a? table; in a? table; tabular',
    aggregate:
      'average|mean|median|avg|maximum|minimum|stdev|variance|percentile|standard_deviation|correlation|correlate; typical|typically|usual|usually|often|median|mode',
    command_create: 'create|place|make|enter|add|open|new|book|record|register',
    command_search: 'search|find|look_up|lookup|look_for|search_for|locate|where_is',
    command_update: 'update|set|change|adjust|increase|decrease|reduce|correct|restock|add',
    command_generate: 'generate|create|make|produce|export|prepare|send|build|email|print|download',
    command_view: 'view|open|go_to|take_me_to|launch|bring_up|show me?',
    noun_order: 'order|purchase_order|sales_order|sale',
    noun_customer: 'customer|customers|client|clients|buyer|contact',
    noun_stock: 'stock|inventory|stock_level|quantity_on_hand|stock_levels|on_hand',
    noun_report: 'report|reports|pdf|spreadsheet',
    noun_analytics: 'analytics|dashboard|dashboards|analytics_dashboard|kpi_dashboard',
  },
  texts: {
    by: 'by {0}',
    and: 'and',
    only: 'only {0}',
    top: 'top {0}',
    bottom: 'bottom {0}',
    descending: 'highest {0} first',
    ascending: 'lowest {0} first',
    allTime: 'all time',
    per: {
      hour: 'per hour',
      day: 'per day',
      week: 'per week',
      month: 'per month',
      quarter: 'per quarter',
      year: 'per year',
    },
    previousPeriod: 'compared with the previous period ({0})',
    lastYear: 'compared with the same period last year ({0})',
    versus: 'compared with {0}',
    share: 'share of {0}',
    cumulative: 'cumulative {0}',
    movingAverage: '{1}-period moving average of {0}',
    why: 'Why {0} changed',
    forecast: 'Forecast of {0} for the next {1}',
    funnel: 'Funnel {0}',
    retention: 'Retention',
    anomalies: 'Anomalies in {0}',
    help: 'What can be asked',
    whichMetric: 'Which measure do you mean?',
    whichDate: 'Which date do you mean?',
    whichMeaning: 'What do you mean by “{0}”?',
    unknown: 'I do not know “{0}”.',
    nothing: 'I can answer questions about: {0}.',
    unsupported: 'I understood “{0}” but have no way to answer it.',
    notJoinable: '{1} is not available for {0}.',
    assumed: {
      noTime: 'No period was named: all time.',
      lately: 'No period was named: the last {0} days.',
      readAs: '“{0}” was read as {1}.',
      running: 'The running period ends today.',
      baseline: 'Compared with the previous period.',
      limit: 'No number was named: the first {0}.',
      grain: 'No interval was named: {0}.',
      metric: '“{0}” was taken to mean {1}.',
      carried: 'Kept from before: {0}.',
      fiscal: 'A fiscal year bears the number of the year it ends in.',
      notAdditive: '{0} does not add up across groups.',
      dayFirst: '“{0}” was read with the day first.',
      anyOf: 'Whatever is any of these counts: {0}.',
      ignored: 'No notice was taken of {0}.',
    },
    understood: '{0}. Understood: {1}.',
    missing: 'Still missing: {0}.',
    commands: {
      create_order: 'Create an order',
      search_customers: 'Search customers',
      update_inventory: 'Update the stock',
      generate_report: 'Generate a report',
      view_analytics: 'View analytics',
    },
    fields: { products: 'product', customers: 'customer', numbers: 'quantity' },
  },
};
