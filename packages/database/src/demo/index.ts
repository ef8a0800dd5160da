export { type DemoOptions, fillDemo } from './fill-demo.ts';
export { demoStaff } from './staff.ts';
export { type Random, randomFrom } from './random.ts';
