import { m } from '#words';
import { orderChannels } from '@orbita/domain/orders';

export const orderChannelChoices = (): { value: string; label: string }[] => orderChannels.map((value) => ({ value, label: orderChannelWord(value) }));

/** Through what the customer ordered. */
export function orderChannelWord(channel: string | null): string {
  const words: Record<string, () => string> = {
    SALES_REP: m.orders_channel_sales_rep, WEB_SHOP: m.orders_channel_web_shop, SHOP: m.orders_channel_shop, MARKETPLACE: m.orders_channel_marketplace,
    PHONE: m.orders_channel_phone, EMAIL: m.orders_channel_email, MESSAGING: m.orders_channel_messaging, FAIR: m.orders_channel_fair,
    PARTNER: m.orders_channel_partner, OTHER: m.orders_channel_other,
  };
  return channel === null ? m.orders_channel_unknown() : words[channel]?.() ?? channel;
}
