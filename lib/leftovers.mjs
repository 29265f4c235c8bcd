// This file is no TypeScript, because it is asked before a command is bundled.
// By whom: Emacs and its kind, macOS, vim and Kate, office programs, GNOME and network disks, Windows, version control.
const leftovers = [
  /~$|^\.#|^#.*#$/,
  /^\._|^\.(?:DS_Store|AppleDouble|localized|fseventsd|TemporaryItems|Trashes)$|^\.Spotlight-|^__MACOSX$|^Icon\r$/,
  /\.sw[nop]$|^\..+\.(?:sw[a-z]|kate-swp)$/i,
  /^\.~lock\..*#$|^~\$/,
  /^\.(?:goutputstream-|nfs[0-9a-f]{8}|fuse_hidden|Trash-)|^\.directory$/,
  /^(?:Thumbs|ehthumbs)\.db$|^desktop\.ini$|^\$RECYCLE\.BIN$|^System Volume Information$/i,
  /^\.(?:git|gitkeep|gitignore|gitattributes|svn|hg|bzr|idea|vscode)$/,
]

/** Whether a file or a folder of this name is what editors and systems leave behind, and nobody put there on purpose. */
export const isLeftover = (/** @type {string} */ name) => leftovers.some((pattern) => pattern.test(name))
