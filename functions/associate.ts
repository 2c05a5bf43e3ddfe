// Ties the names of functions.json to their code. The list is made at build from the JSDoc.
import 'virtual:custom-functions';
