export { ExportItems, ExportMenu } from './export-menu.tsx';
