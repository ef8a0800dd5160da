import { Extensions } from 'type-graphql';

/** Says how long a list without pages usually is: the front door counts the cost of a request by it, and by twenty where nothing is said. */
export const Usually = (length: number): MethodDecorator & PropertyDecorator => Extensions({ usually: length }) as MethodDecorator & PropertyDecorator;
