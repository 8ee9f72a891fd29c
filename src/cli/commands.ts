/** The commands, in the order of the help. */
import { check } from './check.ts';
import type { Command } from './command.ts';
import { limits } from './list-limits.ts';
import { network } from './network.ts';
import { query } from './query.ts';
import { serve } from './serve.ts';

export type { Command } from './command.ts';

export const COMMANDS: readonly Command[] = [serve, check, query, network, limits];
