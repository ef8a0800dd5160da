import { SidePanel } from '#design';
import { m } from '#words';
import { AccountBar } from '../account/account-bar.tsx';
import { Navigation, type NavigationProps } from '../navigation/navigation.tsx';

interface MoreSheetProps extends NavigationProps {
  readonly onClose: () => void;
  readonly onShortcuts: () => void;
}

/** The whole navigation on a telephone. */
export const MoreSheet = ({ onClose, onShortcuts, ...navigation }: MoreSheetProps) => (
  <SidePanel title="Orbita" from="bottom" onClose={onClose} footer={null}>
    {/* A tap on any door closes the sheet behind it. */}
    <div onClickCapture={(event) => (event.target as Element).closest('a') && onClose()} aria-label={m.shell_more()} role="presentation">
      <Navigation {...navigation} />
    </div>
    <div style={{ marginTop: 16 }}><AccountBar onShortcuts={onShortcuts} /></div>
  </SidePanel>
);
