import { m } from '#words';
import { orderChannels, type OrderStanding, orderStandings } from '@orbita/domain/orders';

export const orderChannelChoices = (): { value: string; label: string }[] => orderChannels.map((value) => ({ value, label: orderChannelWord(value) }));

export const orderStandingChoices = (): { value: OrderStanding; label: string }[] => orderStandings.map((value) => ({ value, label: standingWords[value]() }));

const standingWords: Record<OrderStanding, () => string> = {
  PLACED: m.orders_placed, DELIVERED: m.orders_delivered, SETTLED: m.orders_settled, RETURNED: m.orders_returned, CANCELLED: m.orders_cancelled,
};

/** Through what the customer ordered. */
export function orderChannelWord(channel: string | null): string {
  const words: Record<string, () => string> = {
    SALES_REP: m.orders_channel_sales_rep, WEB_SHOP: m.orders_channel_web_shop, SHOP: m.orders_channel_shop, MARKETPLACE: m.orders_channel_marketplace,
    PHONE: m.orders_channel_phone, EMAIL: m.orders_channel_email, MESSAGING: m.orders_channel_messaging, FAIR: m.orders_channel_fair,
    PARTNER: m.orders_channel_partner, OTHER: m.orders_channel_other,
  };
  return channel === null ? m.orders_channel_unknown() : words[channel]?.() ?? channel;
}
