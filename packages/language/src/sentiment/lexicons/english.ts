import type { SentimentWords } from '../lexicon.js';

/** How English speaks well and ill of things bought, and what turns or strengthens it. */
export const ENGLISH_SENTIMENT: SentimentWords = {
  weights: [
    [
      3,
      `
        ador*, magnificent, marvel*, spectacular, unbeatable, heavenly, splendid, love, loves,
        loved, amazing, awesome, outstanding, fantastic, perfect, perfectly, brilliant, superb,
        exceptional, incredible, flawless, wonderful, phenomenal, stellar, delightful,
        highly recommend, five stars, best ever, second to none, blown away, above and beyond
      `,
    ],
    [
      2,
      `
        nicer, nicest, prais*, charming, elegant, cosy, cozy, stylish, generous, courteous,
        attentive, thoughtful, grateful, treat, winner, favourite, favorite, bravo, cheerful,
        caring, superior, first-class, great, excellent, beautiful, delicious, happy, delighted,
        impressed, impressive, best, thrilled, gorgeous, fabulous, lovely, recommend,
        recommended, enjoyed, enjoy*, reliable, helpful, friendly, satisfied, pleased, terrific,
        exceeded, well made, great value, worth every, exactly what, works great,
        would buy again, five star, thank you so much, top notch, can't fault, cannot fault,
        must have, must buy, hats off, keep it up
      `,
    ],
    [
      1,
      `
        neatly, sharp, bright, durable, genuine, honest, fits, crisp, handy, spacious, quiet,
        light, tidy, trustworthy, secure, welcome, good, nice, fine, fast, quick, quickly, easy,
        easily, smooth, smoothly, comfortable, comfy, cheap, affordable, fresh, clean, polite,
        professional, thanks, thank, works, worked, working, useful, solid, sturdy, better, fair,
        reasonable, neat, cute, glad, fun, prompt, promptly, accurate, efficient, bargain, liked,
        improved, safe, soft, tasty, warm, on time, in time, as described, no problem,
        no problems, no complaints, no issues, can't complain, looks good, fits well,
        well packed, pleasantly surprised, good value, as expected, as promised, as advertised,
        does the job, no fuss
      `,
    ],
    [
      -1,
      `
        tiny, crooked, blurry, rough, stiff, itchy, scuff*, crack*, crease*, wobbl*, peel*, fade,
        rust*, smudge*, sticky, greasy, soggy, burnt, unanswered, inconvenient, unfinished,
        misspelled, lag, lags, laggy, freezes, glitch*, unfair, pity, apologies, sorry, slow,
        late, expensive, overpriced, pricey, delay*, missing, noisy, loud, cheaply, confus*,
        complicated, unclear, mediocre, average, meh, unfortunately, sadly, problem, problems,
        issue, issues, complain*, concern*, difficult, hard, lacking, lacks, cold, stale, dirty,
        boring, tight, loose, faded, scratch*, dent*, wait, waiting, waited, leak*, stain*,
        worse, unhappy, uncomfortable, disappointing, wrong, error, errors, bug, bugs, cancel*,
        stuck, flimsy, bland, overcooked, dry, thin, weak, unable, expired, too small, too big,
        too expensive, not as described, out of stock, could be better, no response, no reply,
        no longer, never again, let down, stopped working, on hold, does not fit, doesn't fit,
        came off, came apart, fell off, on backorder, too long, too late, too short, too tight,
        not happy, not great, nobody repl*, no one repl*, nobody answer*, twice charged,
        charged twice, not received, haven't received, have not received, still have not,
        still haven't
      `,
    ],
    [
      -2,
      `
        inferior, tacky, dud, lousy, shoddy, rotten, mouldy, moldy, spoiled, spoilt, stupid,
        horrid, rip, ripped, torn, shatter*, snapped, unusable, unsafe, dangerous, harass*,
        deceiv*, decept*, ignor*, unresponsive, mess, hopeless, appalled, infuriat*, regretted,
        bad, poor, poorly, broken, broke, damaged, defective, faulty, disappoint*, annoy*,
        frustrat*, useless, rude, unhelpful, unprofessional, unacceptable, ridiculous, ugly,
        cheat*, fail, fails, failed, failure, angry, upset, regret, junk, trash, garbage, lie,
        lied, lies, lying, fake, dishonest, hate, hates, ignored, mislead*, misled, sick, smell*,
        stink*, unreliable, lost, stolen, ruin*, nightmare, crash*, overcharg*, incompetent,
        rip-off, ripoff, inedible, waste of money, waste of time, money back, fell apart,
        falls apart, doesn't work, does not work, didn't work, did not work, not working,
        never arrived, never came, stay away, customer service is a joke, rip off, ripped off,
        still waiting, not worth, avoid, not recommend, wouldn't recommend, do not buy,
        don't buy, not fit for purpose, beware, a joke, no use, poor quality
      `,
    ],
    [
      -3,
      `
        terrible, horrible, awful, worst, disgusting, scam, scammed, scammers, fraud, appalling,
        dreadful, atrocious, abysmal, pathetic, outrageous, disgrace*, hated, horrendous,
        shameful, thieves, disaster, poison*, worst ever, zero stars
      `,
    ],
  ],
  negators:
    "not, no, never, none, nobody, nothing, neither, nor, without, hardly, barely, scarcely, don't, doesn't, didn't, isn't, wasn't, aren't, weren't, won't, wouldn't, can't, cannot, couldn't, shouldn't, haven't, hasn't, hadn't, ain't, dont, doesnt, didnt, isnt, wasnt, wont, cant, couldnt, wouldnt",
  negatorsBehind: '',
  intensifiers:
    'very, really, extremely, so, absolutely, totally, incredibly, super, completely, highly, truly, too, utterly, insanely, particularly, especially, remarkably',
  diminishers:
    'slightly, somewhat, fairly, pretty, quite, rather, bit, little, partly, mostly, kinda, relatively, almost',
  contrasts: 'but, however, although, though, yet, except',
};
