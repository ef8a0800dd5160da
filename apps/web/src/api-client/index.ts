export { apiClient } from './api-client.ts';
