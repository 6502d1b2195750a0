/**
 * Reads environment variables. What is wrong is kept and told with everything else that is wrong,
 * once all rooms have read theirs; a wrong value reads like an absent one.
 */
export interface SettingsReader {
  readonly environment: 'development' | 'staging' | 'production';
  /** Trimmed; undefined when empty. */
  text(name: string): string | undefined;
  integer(name: string, fallback: number, least: number, most: number): number;
  flag(name: string, fallback: boolean): boolean;
  choice<const T extends string>(name: string, choices: readonly T[], fallback: T): T;
  url(name: string, protocols: readonly string[]): string | undefined;
  fail(name: string, fault: string, remedy: string): void;
}
