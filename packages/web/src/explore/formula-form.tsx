import { type FormEvent, useState } from 'react';
import { useTexts } from '../messages/use-texts.js';
import { Button } from '../ui/button.js';
import { TextField } from '../ui/text-field.js';
import { exploreTexts } from './texts.js';

/** A metric made of others, as people write it. */
export function FormulaForm({ onAdd }: { readonly onAdd: (formula: string) => void }) {
  const { t } = useTexts(exploreTexts);
  const [typed, setTyped] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const formula = typed.trim().replace(/^=\s*/, '');
    if (formula !== '') onAdd(`=${formula}`);
  };
  return (
    <form onSubmit={submit} className="space-y-2 border-border-soft border-t pt-3">
      <TextField label={t('formula')} hint={t('formulaHint')} value={typed} onChange={setTyped} />
      <Button type="submit" className="w-full justify-center" disabled={typed.trim() === ''}>
        {t('useFormula')}
      </Button>
    </form>
  );
}
