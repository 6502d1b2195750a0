import type { ImportPreview, ImportProposal, Upload } from '@olympus/sdk';
import { defineTenantQuery, olympus, useTenant } from '@olympus/web/kit';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { assigned, type Column, type Role } from './assign.js';
import { preview, type Recognition, recognition } from './queries.js';

export type FileKind = NonNullable<ImportProposal['kind']>;
export type DateOrder = 'dmy' | 'mdy';
export type Decimal = 'point' | 'comma';

export type Question = ImportPreview['questions'][number];

/** What a person says of the file beyond its columns. */
export interface Wording {
  readonly date_order?: DateOrder;
  readonly decimal?: Decimal;
  readonly time_zone?: string;
}

/** Larger files are previewed by their beginning. */
const WHOLE_PREVIEW_BYTES = 64_000_000;
const PREVIEW_ROWS = 200_000;

const uploads = defineTenantQuery({
  name: 'uploads',
  ledgers: [],
  fetch: (tenantId, _: undefined, signal) =>
    olympus.uploads.list({ tenant_id: tenantId }, { signal }),
});

/** What is known of an uploaded file, what a person says of it, and what it would become. */
export function useReview(uploadId: string) {
  const { id: tenantId } = useTenant();
  const [kind, setKind] = useState<FileKind>();
  const [roles, setRoles] = useState<Readonly<Record<string, string | null>>>({});
  const [encoding, setEncoding] = useState<string>();
  const [wording, setWording] = useState<Wording>({});
  /** The question that was answered: the answer can be changed. */
  const [answered, setAnswered] = useState<Question>();

  const file = useQuery({
    ...uploads.options(tenantId, undefined),
    select: ({ uploads: all }): Upload | undefined => all.find(({ id }) => id === uploadId),
  });
  const said: Recognition = {
    id: uploadId,
    ...(kind && { kind }),
    ...(Object.keys(roles).length > 0 && { roles }),
    ...(encoding && { encoding }),
  };
  const recognised = useQuery({
    ...recognition.options(tenantId, said),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before) => before,
  });
  const proposed = recognised.data?.mapping;
  const mapping = proposed && { ...proposed, ...wording };
  const large = (file.data?.bytes ?? 0) > WHOLE_PREVIEW_BYTES;
  const shown = useQuery({
    ...preview.options(tenantId, {
      uploads: [uploadId],
      mapping: mapping ?? {},
      ...(large && { rows: PREVIEW_ROWS }),
    }),
    enabled:
      mapping !== undefined && mapping !== null && !recognised.isPlaceholderData && !file.isPending,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before) => before,
  });

  return {
    file,
    recognised,
    preview: shown,
    mapping,
    wording,
    encoding,
    answered,
    answer: (question: Question, order: DateOrder) => {
      setAnswered(question);
      setWording((before) => ({ ...before, date_order: order }));
    },
    said: roles,
    setKind,
    setEncoding,
    say: (more: Wording) => setWording((before) => ({ ...before, ...more })),
    /** Takes a column for something; null for nothing. */
    assign: (column: Column, role: Role | null) =>
      setRoles((before) => assigned(before, recognised.data?.columns ?? [], column, role)),
  };
}
