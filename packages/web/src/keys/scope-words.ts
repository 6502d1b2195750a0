import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { purposeOf, scopesOf } from './scopes.js';
import { keyTexts } from './texts.js';

/** Says what scopes allow. */
export function useScopeWords(): {
  readonly one: (scope: string) => string;
  /** All of them in a few words: what they are for, or the first of them. */
  readonly all: (scopes: readonly string[]) => string;
} {
  const { t } = useTexts(keyTexts);
  const tenant = useTenant();
  const offered = scopesOf(tenant.permissions);
  const one = (scope: string) => {
    const key = `scope.${scope}`;
    return isScopeText(key) ? t(key) : t('scope.other', { scope });
  };
  return {
    one,
    all: (scopes) => {
      const purpose = purposeOf(scopes, offered);
      if (purpose !== 'own') return t(`purpose.${purpose}`);
      const [first = '', ...more] = scopes.map(one);
      return more.length === 0 ? first : t('more', { first, count: more.length });
    },
  };
}

type ScopeText = Exclude<Extract<keyof (typeof keyTexts)['en'], `scope.${string}`>, 'scope.other'>;

/** Whether there are words for it. */
export function isScopeText(key: string): key is ScopeText {
  return key in keyTexts.en;
}
