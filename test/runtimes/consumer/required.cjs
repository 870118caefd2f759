module.exports = require('trainyard');
