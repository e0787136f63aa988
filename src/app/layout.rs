//! Where the panes lie; asked by `update` for scroll limits and clicks, and by `draw`.
