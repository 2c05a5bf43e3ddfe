declare module 'virtual:custom-functions';
