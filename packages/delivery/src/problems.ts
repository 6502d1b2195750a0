import { Problem } from '@olympus/core';

export function channelNotFound(): Problem {
  return new Problem({
    code: 'channel_not_found',
    kind: 'not_found',
    message: 'There is no such channel',
    remedy: 'Look at the list of channels: it may have been removed.',
  });
}

export function invalidChannel(message: string, at: string, remedy: string): Problem {
  return new Problem({ code: 'invalid_channel', kind: 'invalid', message, at, remedy });
}

export function smtpMissing(): Problem {
  return new Problem({
    code: 'smtp_missing',
    kind: 'invalid',
    message: 'There is no mail server to send by',
    at: '/smtp',
    remedy: 'Name one here, or have the operator set OLYMPUS_SMTP_URL and OLYMPUS_SMTP_FROM.',
  });
}

export function tooManyChannels(most: number): Problem {
  return new Problem({
    code: 'too_many',
    kind: 'conflict',
    message: `There are ${most} channels already, and no more are kept`,
    remedy: 'Remove one that is no longer used.',
  });
}

export function invalidNotice(message: string, at: string): Problem {
  return new Problem({ code: 'invalid_notice', kind: 'invalid', message, at });
}

export function messageNotDead(): Problem {
  return new Problem({
    code: 'message_not_dead',
    kind: 'conflict',
    message: 'This message is not one that was given up',
    remedy: 'Look at the log of the channel: it may be waiting or sent by now.',
  });
}

export function notAPerson(): Problem {
  return new Problem({
    code: 'not_a_person',
    kind: 'forbidden',
    message: 'Only people have an inbox of their own',
    remedy: 'Sign in as the person whose inbox it is.',
  });
}

export function noticeNotFound(): Problem {
  return new Problem({
    code: 'notice_not_found',
    kind: 'not_found',
    message: 'There is no such message in this inbox',
    remedy: 'Look at the inbox: messages are removed after a while.',
  });
}

/** One answer for links that were made up, changed or belong to what is gone. */
export function linkNotValid(): Problem {
  return new Problem({
    code: 'link_not_valid',
    kind: 'not_found',
    message: 'This link is not valid any more',
    remedy: 'Use the link of a newer message, or ask whoever runs Olympus.',
  });
}

export function tenantGone(id: string): Problem {
  return new Problem({
    code: 'tenant_not_found',
    kind: 'not_found',
    message: `There is no tenant "${id}"`,
  });
}
