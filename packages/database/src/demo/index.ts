export { type DemoOptions, fillDemo } from './fill-demo.ts';
export { removeDemo } from './remove-demo.queries.ts';
export { demoStaff } from './world/staff.ts';
export { type Random, randomFrom } from './world/random.ts';
