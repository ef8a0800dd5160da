export { refusalMessage } from '@orbita/domain/refusal';
