package main

import (
	"context"
	"fmt"
	"log"
	"os"

	"depesza.example/go/depesza"
)

func main() {
	client, err := depesza.New(os.Getenv("DEPESZA_URL"), os.Getenv("ACTIO_TOKEN"))
	if err != nil {
		log.Fatal(err)
	}
	message, err := client.Send(context.Background(), depesza.NewMessage{
		From: "YourBrand",
		To:   "48732129000",
		Body: depesza.Ptr("Your parcel is on its way."),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(*message.MessageID, message.Status)
}
