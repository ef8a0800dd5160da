import { channels } from '@orbita/domain/contacts';
import { customerSources } from '@orbita/domain/customers';
import { registerEnumType } from 'type-graphql';

const enumOf = <Value extends string>(values: readonly Value[]): Record<Value, Value> =>
  Object.fromEntries(values.map((value) => [value, value])) as Record<Value, Value>;

export const CustomerSource = enumOf(customerSources);
registerEnumType(CustomerSource, { name: 'CustomerSource', description: 'Where a customer first came from.' });

export const Channel = enumOf(channels);
registerEnumType(Channel, { name: 'Channel' });
