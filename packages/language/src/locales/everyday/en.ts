import type { Everyday } from './everyday.js';

/** English. */
export const en: Everyday = {
  filler:
    'smth sth gonna pls plz kindly basically simply honestly maybe perhaps well anyway anyways btw fyi cheers ta asap eg ie etc um uh hmm oh yeah yep folks guys even wondering id ive im whats thats heres theres lets youre wed youve weve ya gotcha somehow overall roughly though although really quite rather pretty literally simply actually already meanwhile otherwise hopefully dear',
  known:
    'soon later early late shelf shelves turn turned turns work works worked staff weather rain snow food drink life man woman men women child children friend friends school holiday game games fish dog cat tree sun moon world road car train letter book books picture music colour color warm cold long short near far deep wide old young big small good bad quick slow cheap rich poor right wrong true false left start started stop stopped run ran running keep kept hold held charge charging rest half twice often seldom rarely almost hardly barely nearly boss season seasons seasonal lose loses losing',
  cues: {
    and: 'but; but also|still|with|only; and also|still|yet; as well as',
    silent:
      'i mean; if possible; if you can|could|would; would|could you mind; for me; at all; by any chance; so far; it is that; is it that; is it true that; do you know; can you tell me; do we know; as|in a? list; as|in a? ranking; as|in a? summary; as|in an? overview; list form; heatmap|heat_map|chart|graph|plot|diagram|overview|matrix|grid of?; in euros|euro|eur|money|currency|total; in our|my|the? business|numbers|figures|data; numbers|figures; was|were|is|are in our|my|the? sales|turnover|takings; table of; that|which we have|had; of ours; right now; at the moment; as of now|today; up to now; the heck|hell|deal; take a look at; walk|talk me through; i would|d like to? know|see; i need|want to? know|see; you know; kind of; sort of; more or less; for some reason; a quick; give me a',
    previous_period: 'vs|versus|than|against last; compared to|with last',
    worst_selling: 'selling|sell|sells badly|poorly',
    bottom: 'made|make|makes|brought|bring|earned|earns us|me? the least|fewest|smallest; least',
    top: 'most likely|often|frequently|commonly; likeliest; made|make|makes|brought|bring|earned|earns us|me? the most; lost|gained the most',
    best_selling:
      'top|best seller|sellers|sold; topseller|topsellers; hot|big seller|sellers; sellers',
    descending: 'largest|biggest|best|highest|most first|at_the_top|on_top',
    aggregate: 'average|avg|mean number|amount|count|quantity of',
    share: 'slice of; how big|large is|was the? share|slice|portion of',
    change:
      'different|differed from|than|to|compared; so different; lost|gained the most|least; lost|gained ground',
    working_days:
      'or|than|and|versus|vs during|in|on the week; during the week; on|during weekdays|working_days|workdays; than|versus|vs weekdays|working_days|workdays; workdays|working_days',
    forecast: 'can|could we|i count on; are we going_to|gonna make|sell|earn|take',
  },
  time: {
    season: 'this|the? {season} of|in? {y}?',
    fall: 'this|in|during|the fall; this|the? fall of? {y}',
    last_fall: 'last|past|previous fall',
    last_season: 'last|past|previous {season}',
    this_week: 'so_far_this_week|this_week_so_far',
    this_month: 'by|until|till|to the? month_end; until|till|by eom',
    this_quarter: 'by|until|till|to the? quarter_end; until|till|by eoq',
    this_year: 'by|until|till|to the? year_end|years_end; until|till|by eoy',
  },
  seasons: { 1: 'spring|springtime', 2: 'summer|summertime', 3: 'autumn', 4: 'winter|wintertime' },
};
