export { type DemoOptions, fillDemo } from './fill-demo.ts';
export { removeDemo } from './remove-demo.queries.ts';
export { demoStaff } from './staff.ts';
export { type Random, randomFrom } from './random.ts';
