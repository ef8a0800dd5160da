import { inBoth } from '@orbita/domain/facts';
import { column, type ExportedList } from '../exported-list.ts';

export const productsList: ExportedList = {
  key: 'products',
  label: inBoth('Products', 'Productos'),
  variables: { rule: 'JSON', search: 'String', categoryId: 'ID', active: 'Boolean', orderBy: 'ProductOrder' },
  columns: [
    column('id', inBoth('Id', 'Id')),
    column('code', inBoth('Code', 'Código')),
    column('name', inBoth('Name', 'Nombre')),
    column('category.name', inBoth('Category', 'Categoría')),
    column('unit', inBoth('Unit', 'Unidad')),
    column('listPrice', inBoth('List price', 'Precio de tarifa'), 'money'),
    column('cost', inBoth('Cost', 'Coste'), 'money'),
    column('active', inBoth('On sale', 'A la venta'), 'boolean'),
  ],
};
