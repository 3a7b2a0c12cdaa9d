// Pages work without this file: it only makes them quicker to use.
"use strict";
