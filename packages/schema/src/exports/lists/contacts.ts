import { contactRoleLabels } from '@orbita/domain/contacts';
import { inBoth } from '@orbita/domain/facts';
import { column, type ExportedList } from '../exported-list.ts';
import { reachColumns } from './reach-columns.ts';

export const contactsList: ExportedList = {
  key: 'contacts',
  label: inBoth('Contacts', 'Contactos'),
  variables: { rule: 'JSON', search: 'String', customerId: 'ID', orderBy: 'ContactOrder' },
  columns: [
    column('id', inBoth('Id', 'Id')),
    column('givenName', inBoth('Given name', 'Nombre')),
    column('familyName', inBoth('Family name', 'Apellidos')),
    column('jobTitle', inBoth('Position', 'Cargo')),
    column('role', inBoth('Role', 'Papel'), 'text', contactRoleLabels),
    column('isPrimary', inBoth('Main contact', 'Contacto principal'), 'boolean'),
    ...reachColumns,
    column('customerId', inBoth('Customer id', 'Id del cliente')),
    column('customerName', inBoth('Customer', 'Cliente')),
    column('owner.name', inBoth('Owner', 'Responsable')),
    column('createdAt', inBoth('Added', 'Añadido'), 'instant'),
    column('updatedAt', inBoth('Last change', 'Último cambio'), 'instant'),
  ],
};
