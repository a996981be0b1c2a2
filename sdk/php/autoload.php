<?php
// For programs without Composer: require this file.

spl_autoload_register(static function (string $class): void {
    if (!str_starts_with($class, 'Depesza\\')) return;
    $file = __DIR__ . '/src/' . str_replace('\\', '/', substr($class, strlen('Depesza\\'))) . '.php';
    if (is_file($file)) require $file;
});
