/** Frequent English words, the commonest first, then those of commerce and complaint. */
export const ENGLISH_WORDS = `
  the of and to in is you that it he was for on are as with his they at be this have from or
  one had by but not what all were we when your can said there use an each which she do how
  their if will up other about out many then them these so some her would make like him into
  time has look two more write go see number no way could people my than first been who its
  now find down day did get come made may part over new sound take only little work know place
  year live me back give most very after thing our just name good sentence man think say great
  where help through much before line right too mean old any same tell follow came want show
  also around three small set put end does another well large must big even such because turn
  here why ask went need sales orders order customers customer revenue last month week
  yesterday today compare compared between versus top highest lowest average total per country
  product products price i i'm don't isn't didn't can't won't it's i've thanks please hello
  yes arrived delivery shipping refund return money card payment broken love bad best worst
  again still never always forecast next should being while against during since until without
  within best-selling sold bought growth rate share weekly daily monthly january february
  march april june july august september october november december monday tuesday wednesday
  thursday friday saturday sunday spring summer autumn winter red blue green black white
  delivered waiting quality items item stock level store stores shop website page checkout
  cart discount code cancelled subscription users visits sessions conversion value gross
  profit costs cost tax quantity units returned reviews rating staff friendly terrible awful
  amazing excellent perfect happy unhappy disappointed quickly slowly every everything
  anything something someone anyone nobody everybody ordered received sent works doesn't
  couldn't hasn't haven't enough already yet soon later ago together really quite almost
`;
