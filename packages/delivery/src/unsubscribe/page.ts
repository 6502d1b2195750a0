const words = {
  en: {
    title: 'Unsubscribe',
    ask: (shop: string) => `Do you want to get no more emails like this about ${shop}?`,
    askDo: 'Unsubscribe',
    doneTitle: 'Unsubscribed',
    done: (shop: string) => `You get no more emails like this about ${shop}.`,
    back: 'Whoever set it up sees that you unsubscribed. They cannot undo it without you.',
  },
  de: {
    title: 'Abbestellen',
    ask: (shop: string) => `Möchten Sie keine solchen E-Mails zu ${shop} mehr erhalten?`,
    askDo: 'Abbestellen',
    doneTitle: 'Abbestellt',
    done: (shop: string) => `Sie erhalten keine solchen E-Mails zu ${shop} mehr.`,
    back: 'Wer es eingerichtet hat, sieht, dass Sie abbestellt haben, und kann es ohne Sie nicht zurücknehmen.',
  },
} as const;

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);

/** A page that needs no script and no sign-in. */
export function unsubscribePage(locale: string, shop: string, done: boolean): string {
  const language = locale.toLowerCase().startsWith('de') ? 'de' : 'en';
  const text = words[language];
  const title = done ? text.doneTitle : text.title;
  const content = done
    ? `<p>${escaped(text.done(shop))}</p><p class="soft">${escaped(text.back)}</p>`
    : `<p>${escaped(text.ask(shop))}</p><form method="post"><button>${escaped(text.askDo)}</button></form>`;
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">
<title>${escaped(title)} · Olympus</title><style>
:root{color-scheme:light dark}body{margin:0;font:16px/1.5 system-ui,sans-serif;background:#f3f4f6;color:#14181d}
main{max-width:26rem;margin:15vh auto 0;padding:2rem;background:#fff;border:1px solid #e1e4e8;border-radius:12px}
h1{margin:0 0 .5rem;font-size:1.25rem}.soft{color:#5b6570;font-size:.875rem}
button{font:inherit;font-weight:600;padding:.6rem 1.25rem;border:0;border-radius:8px;background:#1d4ed8;color:#fff;cursor:pointer}
button:focus-visible{outline:3px solid #7da2ff;outline-offset:2px}
@media(prefers-color-scheme:dark){body{background:#14161a;color:#f1f3f5}main{background:#1e2126;border-color:#33383f}.soft{color:#aeb6bf}}
</style></head><body><main><h1>${escaped(title)}</h1>${content}</main></body></html>`;
}
