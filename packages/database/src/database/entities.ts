import { Partner, Team, User } from '#access';
import { AccessKey } from '#access-keys';
import { Activity } from '#activities';
import { Notification } from '#inbox';
import { Product, ProductCategory } from '#catalog';
import { BusinessLine, Company, ExchangeRate } from '#company';
import { Address, Consent, Contact, ContactPoint } from '#contacts';
import { CustomField } from '#custom-fields';
import { Customer } from '#customers';
import { CustomerIdentity } from '#identity';
import { Campaign, CaptureDoor, Lead, RoutingRule } from '#leads';
import { Invitation } from '#invitations';
import { LifecycleModel } from '#lifecycle';
import { Opportunity, OpportunityVisit, Pipeline } from '#opportunities';
import { Order, OrderLine, OrderReturn } from '#orders';
import { Segment } from '#segments';
import { SavedView } from '#views';

/** Everything that is written through the unit of work. */
export const entities = [
  Company, BusinessLine, ExchangeRate, User, Team, Partner, Invitation, AccessKey,
  Customer, CustomerIdentity, Contact, ContactPoint, Consent, Address,
  ProductCategory, Product, Order, OrderLine, OrderReturn,
  Lead, Campaign, CaptureDoor, RoutingRule, Pipeline, Opportunity, OpportunityVisit, LifecycleModel,
  Activity, Notification, Segment, SavedView, CustomField,
];
