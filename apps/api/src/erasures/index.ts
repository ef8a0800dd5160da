export { applyRegister } from './apply-register.ts';
export { finishErasures, type Outside } from './finish-erasures.ts';
export { addToRegister, readRegister } from './register.ts';
