// The texts of `withdraw` and `purge`, apart from the room's own messages.
export interface RemovalTexts {
  "removal.nothing": Record<string, never>;
}
