<?php
require __DIR__ . '/../autoload.php'; // or vendor/autoload.php of Composer

use Depesza\Client;
use Depesza\DepeszaException;

$client = new Client(getenv('DEPESZA_URL'), getenv('ACTIO_TOKEN'));

try {
    $message = $client->send([
        'from' => 'YourBrand',
        'to' => '48732129000',
        'body' => 'Your parcel is on its way.',
    ]);
    echo "{$message['message_id']} {$message['status']}\n";
} catch (DepeszaException $error) {
    fwrite(STDERR, "{$error->errorCode} {$error->getMessage()}\n");
    exit(1);
}
