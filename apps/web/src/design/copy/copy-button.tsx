import { m } from '#words';
import { Button, type ButtonProps } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { copyText } from './copy-text.ts';

interface CopyButtonProps extends Pick<ButtonProps, 'size'> {
  readonly text: string;
  /** What is copied, for who does not see what stands beside it. */
  readonly about?: string;
  /** Where the focus lies when its dialog opens. */
  readonly first?: boolean;
}

/** Copies a text and says so. */
export const CopyButton = ({ text, about, first, size = 'compact-xs' }: CopyButtonProps) => (
  <Button size={size} variant="default" leftSection={<IconCopy size={12} />} aria-label={about && `${m.design_copy()}: ${about}`} data-autofocus={first} onClick={() => copyText(text)}>{m.design_copy()}</Button>
);
