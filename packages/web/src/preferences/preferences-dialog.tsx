import { setTheme, useTheme } from '../app/theme.js';
import { chooseLanguage, useChosenLanguage } from '../messages/language.js';
import { useTexts } from '../messages/use-texts.js';
import { useShortcutsEnabled } from '../shell/shortcuts.js';
import { Dialog } from '../ui/dialog.js';
import { RadioField } from '../ui/radio-field.js';
import { SelectField } from '../ui/select-field.js';
import { SwitchField } from '../ui/switch-field.js';
import { useLanguageChoices, useThemeChoices } from './choices.js';
import { PasswordForm } from './password-form.js';

/** How the page looks and behaves for this person in this browser. */
export function PreferencesDialog({
  open,
  onOpenChange,
}: {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}) {
  const { t } = useTexts();
  const theme = useTheme();
  const language = useChosenLanguage() ?? 'auto';
  const [keys, setKeys] = useShortcutsEnabled();
  const themes = useThemeChoices();
  const languages = useLanguageChoices();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('preferences.title')}>
      <div className="space-y-5 p-4">
        <RadioField
          label={t('preferences.theme')}
          value={theme}
          choices={themes}
          onChange={setTheme}
        />
        <SelectField
          label={t('preferences.language')}
          hint={t('preferences.languageHint')}
          value={language}
          choices={languages}
          onChange={(next) => void chooseLanguage(next === 'auto' ? undefined : next)}
        />
        <SwitchField
          label={t('preferences.keys')}
          hint={t('preferences.keysHint')}
          checked={keys}
          onChange={setKeys}
        />
        <p className="border-border-soft border-t pt-3 text-text-3 text-xs">
          {t('preferences.kept')}
        </p>
      </div>
      <PasswordForm />
    </Dialog>
  );
}
