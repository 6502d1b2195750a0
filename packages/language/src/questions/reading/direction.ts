import { fold } from '../../text/index.js';

const rising =
  /\b(?:ris(?:e|es|en|ing)|rose|increas\w*|gr(?:ow|ew|own|owing|ows|owth)|jump\w*|surg\w*|soar\w*|climb\w*|up|higher|more|improv\w*|recover\w*|gain\w*|gestiegen\w*|steig\w*|stieg\w*|anstieg|zunahme|zugenommen|gewachsen\w*|wachstum|zugelegt|hoher|mehr|augment\w*|hausse|mont[ee]\w*|progress\w*|croi\w*|croissan\w*|plus|crec\w*|sub(?:io|ieron|ida|ido|iu|iram)|increment\w*|cresc\w*|aument\w*|salit[oiae]|gestegen|stij\w*|ste(?:eg|gen)|groei\w*|gegroeid|toename|toegenomen|hoger|meer)\b|増|上昇|上が|伸び|成長|增|上升|上涨|涨了/;
const falling =
  /\b(?:f[ae]ll\w*|drop\w*|declin\w*|decreas\w*|down|lower|less|fewer|dip\w*|plunge\w*|slump\w*|collaps\w*|shr[aiu]nk\w*|worsen\w*|slowed|los(?:t|e|es|ing)|gesunken\w*|sink\w*|s[au]nk\w*|ruckgang|zuruckgegangen|gefallen|fallt|fiel\w*|ein(?:bruch|gebrochen)|abgenommen|abnahme|nachgelassen|niedriger|weniger|baiss\w*|diminu\w*|chut\w*|recul\w*|regress\w*|moins|baj\w*|disminu\w*|ca(?:yo|yeron|ida|ido|iu|iram)|descen\w*|descid\w*|queda|baix\w*|cal(?:o|at[oaie])|sces[oaie]|cadut\w*|croll\w*|gedaald\w*|dal(?:ing|en|t|de|den)|daald\w*|afname|afgenomen|afnam|gezakt|zakte|lager|minder)\b|減|低下|下が|落ち|下降|下滑|下跌|减少|跌了|降低/;

/** Which way a word of change goes; `change` where it says neither. */
export function directionOf(words: string): 'rise' | 'fall' | 'change' {
  const spoken = fold(words);
  const [up, down] = [rising.test(spoken), falling.test(spoken)];
  if (up === down) return 'change';
  return up ? 'rise' : 'fall';
}
