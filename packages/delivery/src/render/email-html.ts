import type { Severity } from '../notice.js';
import type { Message } from './message.js';
import { countOf, headlineOf, momentOf, unnamedOf, wordsOf } from './words.js';

/** Text and ground of a severity, each with a contrast of at least 4.5 : 1. */
const colors: Readonly<Record<Severity, { readonly ink: string; readonly ground: string }>> = {
  info: { ink: '#1d4ed8', ground: '#e8effd' },
  warning: { ink: '#8a4b00', ground: '#fdf0dc' },
  critical: { ink: '#b3161b', ground: '#fde8e8' },
};

const font = `font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif`;

/** Programs that darken mail by themselves are told that this one can be dark. */
const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<style>
:root{color-scheme:light dark}
@media (prefers-color-scheme:dark){
.page{background:#14161a!important}.card{background:#1e2126!important;border-color:#33383f!important}
.ink{color:#f1f3f5!important}.soft{color:#aeb6bf!important}.rule{border-color:#33383f!important}
.info{background:#1b2a4a!important;color:#a9c5ff!important}.warning{background:#3d2c10!important;color:#ffcf87!important}
.critical{background:#46191b!important;color:#ffb3b3!important}
}
</style>`;

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);

/** The message as HTML: tables and inline styles, as mail programs need them; nothing is loaded. */
export function emailHtml(message: Message): string {
  const words = wordsOf(message.tenant.locale);
  const headline = headlineOf(message);
  const preheader = message.total > 1 ? words.digestLine : (message.notices[0]?.lines[0] ?? '');
  const footer = [
    escaped(words.footer(message.tenant.name)),
    ...(message.unsubscribeUrl === undefined
      ? []
      : [
          `<a class="soft" href="${escaped(message.unsubscribeUrl)}" style="color:#5b6570;text-decoration:underline">${escaped(words.unsubscribe)}</a>`,
        ]),
  ].join(' · ');
  return `<!doctype html><html lang="${escaped(message.tenant.locale)}"><head>${head}<title>${escaped(headline)}</title></head>
<body class="page" style="margin:0;padding:0;background:#f3f4f6">
<div style="display:none;max-height:0;overflow:hidden">${escaped(preheader)}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background:#f3f4f6;${font}"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px">
<tr><td class="soft" style="padding:0 4px 12px;font-size:13px;line-height:20px;color:#5b6570"><strong class="ink" style="color:#14181d">Olympus</strong> · ${escaped(message.tenant.name)}</td></tr>
<tr><td class="card" style="background:#ffffff;border:1px solid #e1e4e8;border-radius:10px;padding:24px">
${message.total > 1 ? digest(message) : notice(message)}
</td></tr>
<tr><td class="soft" style="padding:16px 4px;font-size:12px;line-height:18px;color:#5b6570">${footer}</td></tr>
</table></td></tr></table></body></html>`;
}

function badge(message: Message, severity: Severity): string {
  const { ink, ground } = colors[severity];
  return `<span class="${severity}" style="display:inline-block;padding:2px 10px;border-radius:999px;background:${ground};color:${ink};font-size:12px;line-height:20px;font-weight:600">${escaped(wordsOf(message.tenant.locale).severity[severity])}</span>`;
}

const title = (text: string) =>
  `<h1 class="ink" style="margin:12px 0 8px;font-size:20px;line-height:28px;font-weight:650;color:#14181d">${escaped(text)}</h1>`;
const paragraph = (text: string) =>
  `<p class="ink" style="margin:0 0 12px;font-size:15px;line-height:23px;color:#2a3138">${escaped(text)}</p>`;
const button = (text: string, url: string) =>
  `<table role="presentation" cellpadding="0" cellspacing="0" style="margin-top:20px"><tr><td style="border-radius:8px;background:#1d4ed8"><a href="${escaped(url)}" style="display:inline-block;padding:11px 20px;font-size:15px;line-height:20px;font-weight:600;color:#ffffff;text-decoration:none">${escaped(text)}</a></td></tr></table>`;

function notice(message: Message): string {
  const [one] = message.notices;
  if (one === undefined) return '';
  const facts = one.facts.map(
    ({ label, value }) =>
      `<tr><td class="soft rule" style="padding:8px 16px 8px 0;border-top:1px solid #e8eaed;font-size:14px;line-height:20px;color:#5b6570;vertical-align:top">${escaped(label)}</td><td class="ink rule" align="right" style="padding:8px 0;border-top:1px solid #e8eaed;font-size:14px;line-height:20px;color:#14181d;font-weight:600">${escaped(value)}</td></tr>`,
  );
  return `${badge(message, one.severity)} <span class="soft" style="margin-left:6px;font-size:13px;color:#5b6570">${escaped(momentOf(message, one.at))}</span>
${title(headlineOf(message))}${one.lines.map(paragraph).join('')}
${facts.length === 0 ? '' : `<table width="100%" cellpadding="0" cellspacing="0" style="margin-top:8px;border-collapse:collapse">${facts.join('')}</table>`}
${button(wordsOf(message.tenant.locale).open, one.url)}`;
}

function digest(message: Message): string {
  const words = wordsOf(message.tenant.locale);
  const unnamed = unnamedOf(message);
  const rows = message.notices.map(
    (one) =>
      `<tr><td class="rule" style="padding:12px 0;border-top:1px solid #e8eaed">${badge(message, one.severity)} <span class="soft" style="margin-left:6px;font-size:13px;color:#5b6570">${escaped(momentOf(message, one.at))}</span><br><a class="ink" href="${escaped(one.url)}" style="display:inline-block;margin-top:6px;font-size:15px;line-height:22px;font-weight:600;color:#14181d;text-decoration:underline">${escaped(one.title)}</a></td></tr>`,
  );
  return `${badge(message, message.severity)}${title(headlineOf(message))}${paragraph(words.digestLine)}
<table width="100%" cellpadding="0" cellspacing="0" style="border-collapse:collapse">${rows.join('')}</table>
${unnamed > 0 ? paragraph(words.more(countOf(message, unnamed))) : ''}${button(words.openInbox, message.inboxUrl)}`;
}
