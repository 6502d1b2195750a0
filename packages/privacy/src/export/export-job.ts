import type { PersonalData } from '@olympus/contract';
import { defineJob } from '@olympus/jobs';
import { Type } from 'typebox';
import { isCustomerData } from '../people/register.js';
import type { Exports } from './exports.js';

export function createExportJob(exports: Exports, stores: () => readonly PersonalData[]) {
  return defineJob({
    kind: 'privacy.export',
    input: Type.Object({ export: Type.String() }),
    async run({ tenant, input }) {
      if (tenant === undefined) throw new Error('an export is of a tenant');
      await exports.make(tenant, input.export, stores().filter(isCustomerData));
      return { export: input.export };
    },
  });
}
