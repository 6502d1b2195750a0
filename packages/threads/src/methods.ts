/**
 * What a thread can be asked: methods by name. Arguments and answers cross a thread, so they must
 * survive structured cloning: plain objects, typed arrays, dates; no functions.
 */
export type ThreadMethods<M> = { readonly [K in keyof M]: (...args: never[]) => unknown };

export type MethodName<M> = keyof M & string;
type Method<M, K extends keyof M> = Extract<M[K], (...args: never[]) => unknown>;
export type MethodArgs<M, K extends keyof M> = Parameters<Method<M, K>>;
export type MethodAnswer<M, K extends keyof M> = Awaited<ReturnType<Method<M, K>>>;
