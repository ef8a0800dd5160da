import { inBoth } from '@orbita/domain/facts';
import { orderChannelLabels } from '@orbita/domain/orders';
import { column, type ExportedList } from '../exported-list.ts';

export const ordersList: ExportedList = {
  key: 'orders',
  label: inBoth('Orders', 'Pedidos'),
  variables: {
    rule: 'JSON', customerId: 'ID', lineId: 'ID', channel: 'String', standing: 'OrderStanding', from: 'DateTime', until: 'DateTime', search: 'String', orderBy: 'OrderOrder',
  },
  columns: [
    column('id', inBoth('Id', 'Id')),
    column('number', inBoth('Number', 'Número')),
    column('placedAt', inBoth('Placed', 'Fecha'), 'instant'),
    column('customer.id', inBoth('Customer id', 'Id del cliente')),
    column('customer.name', inBoth('Customer', 'Cliente')),
    column('line.name', inBoth('Business line', 'Línea de negocio')),
    column('channel', inBoth('Channel', 'Canal'), 'text', orderChannelLabels),
    column('amount', inBoth('Amount', 'Importe'), 'money'),
    column('companyAmount', inBoth("In the company's currency", 'En la moneda de la empresa'), 'money'),
    column('returned', inBoth('Returned', 'Devuelto'), 'money'),
    column('deliveredAt', inBoth('Delivered', 'Entregado'), 'instant'),
    column('settledAt', inBoth('Settled', 'Cobrado'), 'instant'),
    column('cancelledAt', inBoth('Cancelled', 'Anulado'), 'instant'),
    column('contractEndsAt', inBoth('Contract ends', 'Fin del contrato'), 'instant'),
    column('system', inBoth('System', 'Sistema')),
  ],
};
