import { activityKindLabels, directionLabels } from '@orbita/domain/activities';
import { inBoth } from '@orbita/domain/facts';
import { column, type ExportedColumn, type ExportedList } from '../exported-list.ts';

const columns: readonly ExportedColumn[] = [
  column('id', inBoth('Id', 'Id')),
  column('kind', inBoth('Kind', 'Tipo'), 'text', activityKindLabels),
  column('subject', inBoth('Subject', 'Asunto')),
  column('body', inBoth('Text', 'Texto')),
  column('customer.id', inBoth('Customer id', 'Id del cliente')),
  column('customer.name', inBoth('Customer', 'Cliente')),
  column('direction', inBoth('Direction', 'Sentido'), 'text', directionLabels),
  column('occurredAt', inBoth('When', 'Cuándo'), 'instant'),
  column('durationMinutes', inBoth('Minutes', 'Minutos'), 'number'),
  column('author.name', inBoth('By', 'De')),
  column('assignee.name', inBoth('For', 'Para')),
  column('dueAt', inBoth('Due', 'Vence'), 'instant'),
  column('doneAt', inBoth('Done', 'Hecha'), 'instant'),
];

export const activitiesList: ExportedList = {
  key: 'activities', label: inBoth('Activities', 'Actividades'), variables: { rule: 'JSON', search: 'String', orderBy: 'ActivityOrder', customerId: 'ID', opportunityId: 'ID', kinds: '[ActivityKind!]' }, columns,
};

export const tasksList: ExportedList = {
  key: 'myTasks', label: inBoth('Tasks', 'Tareas'), variables: { rule: 'JSON', search: 'String', orderBy: 'ActivityOrder', state: 'TaskState', assigneeId: 'ID' }, columns,
};
