import { OrderPage } from '#orders';
import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_staff/orders/$id')({ component: Order });

function Order() {
  const { id } = Route.useParams();
  return <OrderPage key={id} id={id} />;
}
