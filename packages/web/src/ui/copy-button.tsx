import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { announce } from '../app/announcer.js';
import { useTexts } from '../messages/use-texts.js';
import { Button } from './button.js';

/** Copies a text, and says so. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const { t } = useTexts();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      announce(t('common.copied'));
    } catch {
      announce(t('common.copyForbidden'));
    }
  };
  return (
    <Button onClick={copy} aria-label={label}>
      {copied ? <Check size={14} aria-hidden="true" /> : <Copy size={14} aria-hidden="true" />}
      {copied ? t('common.copied') : t('common.copy')}
    </Button>
  );
}
