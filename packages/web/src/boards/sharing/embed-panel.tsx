import type { Board } from '@olympus/sdk';
import { useState } from 'react';
import { useMoments } from '../../app/use-moments.js';
import { useTexts } from '../../messages/use-texts.js';
import { Button } from '../../ui/button.js';
import { CodeBlock } from '../../ui/code-block.js';
import { SelectField } from '../../ui/select-field.js';
import { EmbedForm, type MadeEmbed } from './embed-form.js';
import { EmbedList } from './embed-list.js';
import { embedTexts } from './embed-texts.js';
import { shareTexts } from './texts.js';

const THEMES = ['auto', 'light', 'dark'] as const;
const LANGUAGES = ['auto', 'en', 'de'] as const;

/** Frames of other sites that show a dashboard: to make and to take back. */
export function EmbedPanel({ board }: { readonly board: Board }) {
  const { t } = useTexts(embedTexts);
  const { t: shared } = useTexts(shareTexts);
  const [made, setMade] = useState<MadeEmbed | undefined>();
  return (
    <div className="space-y-5">
      <p className="text-text-2">{t('about')}</p>
      {made ? (
        <section className="space-y-3" aria-label={t('made')}>
          <h3 className="font-semibold text-md">{t('made')}</h3>
          <Snippet made={made} title={board.name} />
          <Button onClick={() => setMade(undefined)}>{shared('another')}</Button>
        </section>
      ) : (
        <EmbedForm board={board} onMade={setMade} />
      )}
      <EmbedList board={board} />
    </div>
  );
}

/** The lines that show the frame, in the look that the site around it has. */
function Snippet({ made, title }: { readonly made: MadeEmbed; readonly title: string }) {
  const { t } = useTexts(embedTexts);
  const moment = useMoments();
  const [theme, setTheme] = useState<(typeof THEMES)[number]>('auto');
  const [language, setLanguage] = useState<(typeof LANGUAGES)[number]>('auto');
  const look = [
    ...(theme === 'auto' ? [] : [`theme=${theme}`]),
    ...(language === 'auto' ? [] : [`lang=${language}`]),
  ].join('&amp;');
  const url = `${location.origin}/embed/${made.token}${look && `?${look}`}`;
  const text = [
    '<iframe',
    `  src="${url}"`,
    `  title="${escaped(title)}"`,
    '  width="100%" height="720" style="border:0" loading="lazy"',
    '></iframe>',
  ].join('\n');
  return (
    <>
      <p className="text-text-2 text-xs">{t('madeAbout', { time: moment(made.expires_at) })}</p>
      <div className="grid grid-cols-2 gap-3">
        <SelectField
          label={t('theme')}
          value={theme}
          choices={THEMES.map((value) => ({ value, label: t(`theme.${value}`) }))}
          onChange={setTheme}
        />
        <SelectField
          label={t('language')}
          value={language}
          choices={LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) }))}
          onChange={setLanguage}
        />
      </div>
      <CodeBlock text={text} label={t('copy')} />
    </>
  );
}

/** As it stands in an attribute of HTML. */
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
