/** The header in which the door hands over the address of the caller; whatever came in under this name is overwritten. */
export const addressHeader = 'x-orbita-address';
