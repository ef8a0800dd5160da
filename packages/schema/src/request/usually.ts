import { Extensions } from 'type-graphql';

/**
 * Says how long a list without pages usually is: the front door counts the cost of a request by it, and by twenty where nothing is said.
 * Where the argument `oneBy` names one of them, the list is that one.
 */
export const Usually = (length: number, oneBy?: string): MethodDecorator & PropertyDecorator => Extensions({ usually: length, oneBy }) as MethodDecorator & PropertyDecorator;
